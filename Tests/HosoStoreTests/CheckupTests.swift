import HosoCore
import HosoStore
import Testing

struct CheckupTests {
  private static let mounts = #"""
    22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
    23 22 0:20 / /srv rw - nfs4 server:/export rw
    24 23 254:1 / /srv/truong\040hoc rw,relatime - xfs /dev/vdb rw
    25 22 0:30 / /mnt/usb rw shared:3 master:1 - fuseblk /dev/sdb1 rw
    26 25 0:31 / /mnt/usb rw - cifs //nas/x rw
    """#

  @Test(arguments: [
    ("/var/school.git", "ext4", false), ("/srv/school.git", "nfs4", true), ("/srv/truong hoc/a.git", "xfs", false),
    ("/srv/truong hoca", "nfs4", true), ("/mnt/usb", "cifs", true), ("/srvx", "ext4", false),
  ]) func `the file system of a path is that of the nearest mount`(path: String, type: String, isRemote: Bool) {
    #expect(FileSystem.type(holding: path, in: Self.mounts) == type)
    #expect(FileSystem.isRemote(type) == isRemote)
  }

  @Test(arguments: [
    ("git version 2.39.5", true, "2.39.5"), ("git version 2.36.0", true, "2.36.0"),
    ("git version 2.9.1", false, "2.9.1"),
    ("git version 2.35.8 (Apple Git)", false, "2.35.8"), ("git version 3.0", true, "3.0"), ("nothing", false, ""),
  ]) func `versions are compared by their numbers`(text: String, isEnough: Bool, version: String) {
    let check = Checkup.version(.gitVersion, in: text, atLeast: [2, 36])
    #expect(check.state == (isEnough ? .ok : .failure) && check.facts["version"] == version)
  }
}
