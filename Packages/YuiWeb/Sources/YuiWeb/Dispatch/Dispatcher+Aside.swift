import YuiStorage

/// What may wait runs aside, on bounded pools.
extension Dispatcher {
  /// Runs work on the slow pool.
  func aside(_ call: Call, _ work: @escaping @Sendable () throws -> Response) -> Outcome {
    .later { finish in
      let isAccepted = self.slowPool.submit {
        do {
          finish(self.finish(try work(), call))
        } catch {
          finish(self.answer(error, for: call))
        }
      }
      if !isAccepted { finish(self.busy(call)) }
    }
  }

  /// Runs what a call asks of a remote store on the threads that may wait for it.
  func respondRemotely(_ call: Call, _ route: Route, _ site: Site) -> Outcome {
    .later { finish in
      self.remoteReads.submit {
        self.run(call, route, site).deliver(to: finish)
      } orElse: {
        finish(self.busy(call))
      }
    }
  }

  /// Finds out on those threads whether a caller may send content.
  func admitRemotely(_ call: Call, _ content: ExpectedContent) -> Admission {
    .later(call) { proceed in
      self.remoteReads.submit {
        proceed(self.admitIdentified(call, content))
      } orElse: {
        proceed(.answered(call, self.busy(call)))
      }
    }
  }

  private func busy(_ call: Call) -> Response {
    answer(HTTPProblem.unavailable(retryAfter: 2), for: call)
  }
}
