package org.mlanalytics.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** One Apache Kafka broker in a child JVM. Topics have to be created; they survive a restart. */
public final class KafkaNode extends LocalNode {

  private static final String MAIN_CLASS = "org.mlanalytics.local.kafka.KafkaServer";
  private static final String BROKER = "broker";
  private static final Duration START_LIMIT = Duration.ofMinutes(1);
  private static final List<String> JVM_ARGUMENTS =
      List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  /** A broker that keeps its topics in the directory. */
  public KafkaNode(Path dir) {
    super("Kafka", dir, BROKER, "controller");
  }

  /** The bootstrap servers. */
  @Override
  public String address() {
    return hostAndPort(BROKER);
  }

  @Override
  void describe(ChildJvmBuilder program) {
    program.mainClass(MAIN_CLASS, ServerModule.KAFKA.classPath()).jvmArguments(JVM_ARGUMENTS);
  }

  /**
   * The socket is asked first, because a client without a broker fills the log with its attempts.
   */
  @Override
  boolean isReady() throws IOException, InterruptedException {
    if (!accepts(BROKER)) {
      return false;
    }
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
      return !admin.describeCluster().nodes().get().isEmpty();
    } catch (ExecutionException notYet) {
      throw new IOException(notYet);
    }
  }

  @Override
  Duration startLimit() {
    return START_LIMIT;
  }
}
