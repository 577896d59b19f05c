package org.mlanalytics.files.ingestfile.queue;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.mlanalytics.files.ingestfile.FilesConfig;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/**
 * The topics of the requests. What is put there only names the kept request: its tenant is that of
 * the caller, not that of the topic.
 */
@ApplicationScoped
public class KafkaRequestQueue implements RequestQueue {

  /** Channel of outgoing requests. */
  public static final String CHANNEL = "files-accepted";

  private final MutinyEmitter<byte[]> emitter;
  private final String topic;
  private final Duration timeout;

  KafkaRequestQueue(
      @Channel(CHANNEL) MutinyEmitter<byte[]> emitter,
      FilesConfig config,
      AnalyticsConfig analytics) {
    this.emitter = emitter;
    this.topic = config.queue().topic();
    this.timeout = analytics.events().sendTimeout();
  }

  @Override
  public void put(AcceptedRequest accepted) {
    OutgoingKafkaRecordMetadata<String> record =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withTopic(topic + "." + accepted.request().priority().label())
            .withKey(accepted.key())
            .build();
    Message<byte[]> message =
        Message.of(QueueMessage.referenceTo(accepted.key()), Metadata.of(record));
    try {
      emitter.sendMessage(message).await().atMost(timeout);
    } catch (RuntimeException e) {
      throw new AnalyticsException(
          ErrorCode.BROKER_UNAVAILABLE, "the request is not queued; send it once more", e);
    }
  }
}
