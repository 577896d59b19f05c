package org.mlanalytics.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Topics of a broker. */
public final class Topics {

  private static final short ONE_REPLICA = 1;
  private static final Duration VISIBLE_LIMIT = Duration.ofSeconds(30);

  private Topics() {}

  /**
   * Creates the topics that do not exist yet; those that do stay as they are, whatever their
   * partitions.
   */
  public static void create(String bootstrapServers, Map<String, Integer> partitionsByTopic) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      List<NewTopic> topics =
          partitionsByTopic.entrySet().stream()
              .map(topic -> new NewTopic(topic.getKey(), topic.getValue(), ONE_REPLICA))
              .toList();
      admin.createTopics(topics).values().values().forEach(Topics::awaitCreated);
      Set<String> names = partitionsByTopic.keySet();
      // A created topic is known to the controller; clients see it a moment later.
      Await.until(
          "topics " + names,
          VISIBLE_LIMIT,
          () -> admin.listTopics().names().get().containsAll(names));
    }
  }

  private static void awaitCreated(KafkaFuture<Void> creation) {
    try {
      creation.get();
    } catch (ExecutionException failure) {
      if (!(failure.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException("Cannot create a topic", failure.getCause());
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", stop);
    }
  }
}
