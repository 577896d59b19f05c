package org.mlanalytics.runtime.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadataBuilder;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/**
 * Step events on Kafka, as CloudEvents in binary mode: at least once, acknowledged by all replicas.
 */
@ApplicationScoped
public class KafkaStepEvents implements StepEvents {

  /** Channel of outgoing step events. */
  public static final String CHANNEL = "step-events";

  private final MutinyEmitter<byte[]> emitter;
  private final ObjectMapper json;

  KafkaStepEvents(@Channel(CHANNEL) MutinyEmitter<byte[]> emitter, ObjectMapper json) {
    this.emitter = emitter;
    this.json = json;
  }

  @Override
  public CompletionStage<Void> send(StepEvent event) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    Message<byte[]> message =
        Message.of(
            bytes(event.data()),
            Metadata.of(cloudEvent(event), key(event)),
            () -> {
              sent.complete(null);
              return CompletableFuture.completedFuture(null);
            },
            failure -> {
              sent.completeExceptionally(failure);
              return CompletableFuture.completedFuture(null);
            });
    try {
      emitter.sendMessageAndForget(message);
    } catch (IllegalStateException full) {
      sent.completeExceptionally(full);
    }
    return sent;
  }

  private byte[] bytes(StepData data) {
    try {
      return json.writeValueAsBytes(data);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("step event cannot be written", e);
    }
  }

  private static OutgoingCloudEventMetadata<?> cloudEvent(StepEvent event) {
    OutgoingCloudEventMetadataBuilder<Object> builder =
        OutgoingCloudEventMetadata.builder()
            .withId(event.id())
            .withType(event.type())
            .withSource(event.sourceUri())
            .withSubject(event.subject())
            .withDataContentType("application/json")
            .withTimestamp(event.time().atZone(ZoneOffset.UTC));
    if (event.traceparent() != null) {
      builder.withExtension("traceparent", event.traceparent());
    }
    return builder.build();
  }

  private static OutgoingKafkaRecordMetadata<String> key(StepEvent event) {
    return OutgoingKafkaRecordMetadata.<String>builder().withKey(event.key()).build();
  }
}
