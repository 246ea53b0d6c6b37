import Testing

/// What people do with Yui, done to the real program: `yui` as a process, its pages over HTTP.
///
/// One after the other, because each needs processes of its own.
@Suite(.serialized) enum Journeys {}
