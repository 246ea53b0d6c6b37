import Testing
import YuiStorage

@Suite struct WorkerPools {
  @Test("What does not fit in the queue is refused, and what does is done before closing")
  func bound() {
    let workers = WorkerPool(name: "test", threads: 1, capacity: 3)
    let (gate, started) = (Gate(), Gate())
    let done = Collected<Int>()
    #expect(
      workers.submit {
        started.open()
        gate.wait()
      })
    started.wait()
    let accepted = (0..<5).map { number in workers.submit { done.append(number) } }
    #expect(accepted == [true, true, true, false, false])
    #expect(workers.queued == 3)
    gate.open()
    workers.close()
    #expect(done.all == [0, 1, 2])
    #expect(!workers.submit {})
  }

  @Test("A pool knows its own threads")
  func current() {
    let workers = WorkerPool(name: "test", threads: 2, capacity: 3)
    let seen = Collected<Bool>()
    _ = workers.submit { [unowned workers] in seen.append(workers.isCurrentThread) }
    #expect(!workers.isCurrentThread)
    workers.close()
    #expect(seen.all == [true])
  }
}
