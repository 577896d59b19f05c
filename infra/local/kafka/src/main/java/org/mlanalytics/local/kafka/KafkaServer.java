package org.mlanalytics.local.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/**
 * A real Apache Kafka broker and controller (KRaft, one node) in this JVM, on 127.0.0.1. Its topics
 * survive a restart on the same directory.
 *
 * <p>System properties: {@code local.dir}, {@code local.port.broker}, {@code local.port.controller}
 * (all required), and {@code local.kafka.<property>} for any property of the broker.
 */
public final class KafkaServer {

  /** Printed on a line of its own as soon as clients are served. */
  public static final String READY = "local-kafka ready";

  private KafkaServer() {}

  /** Runs until the process is ended; an orderly end flushes the logs. */
  public static void main(String[] args) throws Exception {
    Path dir = Files.createDirectories(Path.of(System.getProperty("local.dir")).toAbsolutePath());
    Properties properties =
        BrokerProperties.of(
            dir,
            Integer.getInteger("local.port.broker"),
            Integer.getInteger("local.port.controller"));
    format(dir, properties);
    KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
    server.startup();
    System.out.println(READY);
    server.awaitShutdown();
  }

  private static void format(Path dir, Properties properties) throws IOException {
    Path file = dir.resolve("server.properties");
    try (OutputStream out = Files.newOutputStream(file)) {
      properties.store(out, null);
    }
    String[] command = {
      "format", "--ignore-formatted", "--cluster-id", ClusterId.of(dir), "--config", file.toString()
    };
    int status = StorageTool.execute(command, System.out);
    if (status != 0) {
      throw new IllegalStateException("Formatting the storage ended with status " + status);
    }
  }
}
