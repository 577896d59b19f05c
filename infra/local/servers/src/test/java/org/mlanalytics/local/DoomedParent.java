package org.mlanalytics.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts a server of each kind, writes their process ids to a file and waits to be killed. */
final class DoomedParent {

  private DoomedParent() {}

  public static void main(String[] args) throws Exception {
    Path dir = Path.of(args[0]);
    List<LocalNode> nodes =
        List.of(
            DruidNode.inMemory(dir.resolve("druid")),
            new KafkaNode(dir.resolve("kafka")),
            new RedisNode(dir.resolve("redis")),
            MongoNode.inMemory(dir.resolve("mongo")));
    nodes.forEach(LocalNode::start);
    nodes.get(nodes.size() - 1).awaitReady();
    String pids =
        nodes.stream().map(node -> String.valueOf(node.pid())).collect(Collectors.joining("\n"));
    Path complete = Files.writeString(dir.resolve("pids.tmp"), pids);
    Files.move(complete, pidsFile(dir));
    new CountDownLatch(1).await();
  }

  static Stream<ProcessHandle> children(Path dir) throws IOException {
    return Files.readAllLines(pidsFile(dir)).stream()
        .map(Long::valueOf)
        .flatMap(pid -> ProcessHandle.of(pid).stream());
  }

  static Path pidsFile(Path dir) {
    return dir.resolve("pids");
  }
}
