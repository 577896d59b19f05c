package org.mlanalytics.runtime.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.ce.IncomingCloudEventMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/**
 * Step events from Kafka: at least once. A record is acknowledged after the end of its step is
 * recorded. Part of a function only when it is built with {@code mla.trigger.kafka=true}; without
 * it, events come by HTTP.
 */
@ApplicationScoped
@IfBuildProperty(name = "mla.trigger.kafka", stringValue = "true")
public class KafkaStepConsumer {

  /** Channel of incoming step events, and name of its worker pool. */
  public static final String CHANNEL = "steps";

  private final StepDispatcher dispatcher;
  private final Redelivery redelivery;
  private final ObjectMapper json;

  KafkaStepConsumer(StepDispatcher dispatcher, Redelivery redelivery, ObjectMapper json) {
    this.dispatcher = dispatcher;
    this.redelivery = redelivery;
    this.json = json;
  }

  /**
   * Takes one record; steps of different programs run beside each other. A record that cannot be
   * read ends in the dead-letter topic.
   */
  @Incoming(CHANNEL)
  @Blocking(value = CHANNEL, ordered = false)
  public void consume(byte[] payload, IncomingCloudEventMetadata<byte[]> attributes) {
    if (attributes == null) {
      throw new AnalyticsException(ErrorCode.UNREADABLE_EVENT, "the record is no CloudEvent");
    }
    String name = StepEvent.nameOf(attributes.getType());
    if (name != null) {
      StepEvent event = read(name, payload, attributes);
      redelivery.untilDone(() -> dispatcher.dispatch(event));
    }
  }

  private StepEvent read(
      String name, byte[] payload, IncomingCloudEventMetadata<byte[]> attributes) {
    try {
      return new StepEvent(
          attributes.getId(),
          name,
          attributes.getSource().toString(),
          attributes.getTimeStamp().map(t -> t.toInstant()).orElse(Instant.EPOCH),
          attributes.<String>getExtension("traceparent").orElse(null),
          json.readValue(payload, StepData.class));
    } catch (IOException e) {
      // the parser's message may quote the payload
      throw new AnalyticsException(
          ErrorCode.UNREADABLE_EVENT, "the payload of an event " + name + " is no step data");
    }
  }
}
