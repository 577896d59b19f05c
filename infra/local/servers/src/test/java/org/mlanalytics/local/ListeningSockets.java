package org.mlanalytics.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sockets that a process listens on, from Linux's {@code /proc}. */
final class ListeningSockets {

  private static final String LISTEN = "0A";
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;
  private static final Set<String> LOOPBACK =
      Set.of("0100007F", "0000000000000000FFFF00000100007F");

  private ListeningSockets() {}

  static boolean canBeRead() {
    return Files.isReadable(Path.of("/proc/self/net/tcp"));
  }

  /**
   * The addresses, as the kernel prints them; those on 127.0.0.1 are replaced by {@code loopback}.
   */
  static List<String> of(long pid) throws IOException {
    Set<String> inodes = inodes(pid);
    List<String> addresses = new ArrayList<>();
    for (String table : List.of("tcp", "tcp6")) {
      Path file = Path.of("/proc", String.valueOf(pid), "net", table);
      if (Files.exists(file)) {
        Files.readAllLines(file).stream()
            .map(line -> line.strip().split("\\s+"))
            .filter(columns -> columns.length > INODE && columns[STATE].equals(LISTEN))
            .filter(columns -> inodes.contains(columns[INODE]))
            .map(columns -> columns[LOCAL_ADDRESS].split(":")[0])
            .map(address -> LOOPBACK.contains(address) ? "loopback" : address)
            .forEach(addresses::add);
      }
    }
    return addresses;
  }

  private static Set<String> inodes(long pid) throws IOException {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
      return descriptors
          .map(ListeningSockets::target)
          .filter(target -> target.startsWith("socket:["))
          .map(target -> target.substring("socket:[".length(), target.length() - 1))
          .collect(Collectors.toSet());
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }
}
