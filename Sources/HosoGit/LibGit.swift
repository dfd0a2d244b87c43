internal import Clibgit2
internal import Cmimalloc
internal import Coffline
internal import Cwrap

/// The library as a whole: started once, with settings that keep what was acknowledged.
enum LibGit {
  /// Starts libgit2; true when it runs.
  ///
  /// Every written object, reference and folder is synced: without this an acknowledged commit does not outlive a power
  /// cut.
  static let isStarted: Bool = {
    guard hoso_git_bound_memory() == 0, git_libgit2_init() > 0 else { return false }
    _ = hoso_git_set_fsync(1)
    // Trees are kept by what reads them, in a form that costs no second look.
    _ = hoso_git_forget(GIT_OBJECT_TREE)
    // A commit is asked for twice in a row, as bytes and as libgit2 reads it; a large cache is slow to look into.
    _ = hoso_git_bound_cache(1 << 16)
    return true
  }()
}

/// How much care reading takes.
package enum ReadingMode: Sendable {
  /// Each object is hashed again when it is read: for everything that judges or writes.
  case verified
  /// Objects are read as they are and not kept: for passes over a whole history whose objects `git fsck` checks.
  case fast
}

extension Repository {
  /// Whether each object and reference is synced as it is written; off only where the writer syncs them itself.
  package static func setSyncing(_ isOn: Bool) {
    guard LibGit.isStarted else { return }
    _ = hoso_git_set_fsync(isOn ? 1 : 0)
  }

  /// Has the disk begin to take what was written to the file of this descriptor; syncing it later waits for less.
  package static func beginWriting(_ file: Int32) { hoso_begin_writing(file) }

  /// Whether nobody else has the file of this descriptor, which was opened for writing, open or mapped; false also where the
  /// system cannot say.
  package static func isOpenedHereAlone(_ file: Int32) -> Bool { hoso_is_opened_here_alone(file) == 1 }

  /// Returns memory that is free to the system.
  package static func releaseMemory() { mi_collect(true) }

  /// Sets how objects are read from here on, in the whole process.
  package static func setReading(_ mode: ReadingMode) {
    guard LibGit.isStarted else { return }
    _ = hoso_git_set_hash_verification(mode == .verified ? 1 : 0)
    _ = hoso_git_set_caching(mode == .verified ? 1 : 0)
  }
}

extension Repository {
  /// The Debian package of libgit2 that is part of this program, such as `1.5.1+ds-1+deb12u2`; nil where libgit2 is loaded.
  package static var libraryPackage: String? { hoso_git_package().map { String(cString: $0) } }

  /// The version of libgit2 that runs, such as `1.5.1`.
  package static var libraryVersion: String {
    var (major, minor, revision): (Int32, Int32, Int32) = (0, 0, 0)
    _ = git_libgit2_version(&major, &minor, &revision)
    return "\(major).\(minor).\(revision)"
  }
}
