import CCurl
import Glibc

/// Opens sockets to public addresses alone; used by one thread, the one that waits.
final class SocketOpener {
  private(set) var hasRefused = false

  func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    guard let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr),
      PublicAddress.isPublic(
        UnsafeRawPointer(address) + offset, family: address.pointee.family)
    else {
      hasRefused = true
      return CURL_SOCKET_BAD
    }
    return socket(
      address.pointee.family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue),
      address.pointee.protocol)
  }
}

// A function of the file, not a closure: it is called from C and belongs to no actor.
func openPublicSocket(
  _ context: UnsafeMutableRawPointer, _ purpose: curlsocktype,
  _ address: UnsafeMutablePointer<curl_sockaddr>
) -> curl_socket_t {
  Unmanaged<SocketOpener>.fromOpaque(context).takeUnretainedValue().open(address)
}
