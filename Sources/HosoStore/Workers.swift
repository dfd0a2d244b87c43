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

  /// Begins `body` on another thread.
  static func start<Value: Sendable>(_ body: @escaping @Sendable () -> Value) -> Started<Value> {
    let started = Started<Value>()
    DispatchQueue.global(qos: .userInitiated).async { started.end(with: body()) }
    return started
  }

  /// Work that goes on elsewhere.
  ///
  /// `@unchecked`: the one mutable property is written before the signal and read after it.
  final class Started<Value: Sendable>: @unchecked Sendable {
    private let done = DispatchSemaphore(value: 0)
    private var found: Value?

    fileprivate init() {}

    fileprivate func end(with value: Value) {
      found = value
      done.signal()
    }

    /// What came of it; waits for the end.
    var value: Value {
      done.wait()
      defer { done.signal() }
      return found!
    }
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
