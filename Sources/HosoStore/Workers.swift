internal import Dispatch

/// Several threads that share one piece of work.
package enum Workers {
  /// Calls `body` with 0 ..< `count`, each on a thread of its own, and answers their results in order.
  ///
  /// - Throws: the error of the first that failed, after all have ended.
  package static func perform<Value: Sendable>(
    _ count: Int, _ body: @Sendable (Int) throws -> Value
  ) throws -> [Value] {
    let results = Results<Value>(count: count)
    DispatchQueue.concurrentPerform(iterations: count) { index in
      results.set(Result { try body(index) }, at: index)
    }
    return try results.all.map { try $0.get() }
  }

  /// What the threads answered.
  ///
  /// `@unchecked`: the one mutable property is read and written under the semaphore alone.
  private final class Results<Value: Sendable>: @unchecked Sendable {
    private let lock = DispatchSemaphore(value: 1)
    private var found: [Result<Value, any Error>?]

    init(count: Int) { found = Array(repeating: nil, count: count) }

    func set(_ result: Result<Value, any Error>, at index: Int) {
      lock.wait()
      found[index] = result
      lock.signal()
    }

    var all: [Result<Value, any Error>] {
      lock.wait()
      defer { lock.signal() }
      return found.compactMap(\.self)
    }
  }
}
