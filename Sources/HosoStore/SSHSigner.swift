internal import Subprocess
internal import HosoCore

/// Signs with the person's key through `ssh-keygen`, so that agents, passphrases and hardware keys work.
enum SSHSigner {
  /// The armoured signature over `payload` in the namespace `git`.
  static func sign(_ payload: [UInt8], keyFile: String) async throws(Problem) -> String {
    let folder = try FileSystem.makeTemporaryFolder()
    defer { try? FileSystem.remove(folder) }
    let file = folder + "/payload"
    try FileSystem.replace(file, with: payload, isSynced: false)
    try await Tool.run("ssh-keygen", ["-q", "-Y", "sign", "-n", "git", "-f", SchoolStore.expanding(keyFile), file])
    return String(decoding: try FileSystem.read(file + ".sig"), as: UTF8.self)
  }
}
