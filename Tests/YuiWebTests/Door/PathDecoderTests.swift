import Testing
import YuiWeb

@Suite("Paths")
struct PathDecoderTests {
  @Test(
    "A path with one reading is decoded",
    arguments: [
      ("/", "/"), ("/reviews", "/reviews"), ("/open-data/", "/open-data/"),
      ("/%E5%8C%BA%E5%BD%B9%E6%89%80", "/区役所"), ("/a%20b", "/a b"), ("/a+b", "/a+b"),
      ("/~a._-", "/~a._-"), ("/%41", "/A"), ("/a%25b", "/a%b"), ("/...", "/..."),
    ])
  func decodes(path: String, expected: String) {
    #expect(PathDecoder.decode(path.utf8) == expected)
  }

  @Test(
    "A path that could be read in two ways is refused",
    arguments: [
      "", "a", "//", "//a", "/a//b", "/.", "/..", "/a/../b", "/a/./b", "/%2e%2e/a", "/a/%2E",
      "/a%2Fb", "/a%2fb", "/a%5Cb", "/a\\b", "/a%00b", "/a%0Ab", "/a%7F", "/%", "/%4", "/%zz",
      "/%ff", "/%C0%AF", "/a b", "/日本", "/a?b", "/a#b", "http://a.example/", "*",
    ])
  func refuses(path: String) {
    #expect(PathDecoder.decode(path.utf8) == nil)
  }

  @Test("The query starts at the first question mark")
  func splits() {
    var target = "/a?b=c?d"
    target.withUTF8 { bytes in
      let (path, query) = PathDecoder.split(UnsafeRawBufferPointer(bytes))
      #expect(String(decoding: path, as: UTF8.self) == "/a")
      #expect(String(decoding: query, as: UTF8.self) == "b=c?d")
    }
  }
}
