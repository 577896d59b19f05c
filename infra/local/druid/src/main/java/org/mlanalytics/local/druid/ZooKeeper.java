package org.mlanalytics.local.druid;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.zookeeper.server.NIOServerCnxnFactory;
import org.apache.zookeeper.server.ZooKeeperServer;

/** The ZooKeeper that Druid needs for discovery and leader election. */
final class ZooKeeper {

  private static final int TICK_MILLIS = 1000;
  private static final int MAX_CLIENT_CONNECTIONS = 200;

  private ZooKeeper() {}

  /**
   * Starts a server without any state. What Druid keeps here concerns live processes only; leaders
   * of a killed predecessor would hold up the new ones until their sessions expire.
   */
  static void start(Path dir, int port) throws IOException, InterruptedException {
    System.setProperty("zookeeper.admin.enableServer", "false");
    System.setProperty("zookeeper.forceSync", "no");
    deleteRecursively(dir);
    Path snapshots = Files.createDirectories(dir.resolve("snapshots"));
    Path log = Files.createDirectories(dir.resolve("log"));
    NIOServerCnxnFactory connections = new NIOServerCnxnFactory();
    connections.configure(new InetSocketAddress(Settings.HOST, port), MAX_CLIENT_CONNECTIONS);
    connections.startup(new ZooKeeperServer(snapshots.toFile(), log.toFile(), TICK_MILLIS));
  }

  private static void deleteRecursively(Path dir) throws IOException {
    if (Files.notExists(dir)) {
      return;
    }
    List<Path> contents;
    try (Stream<Path> walk = Files.walk(dir)) {
      contents = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : contents) {
      Files.delete(path);
    }
  }
}
