package org.mlanalytics.files.ingestfile.queue;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.mlanalytics.files.ingestfile.FilesConfig;
import org.mlanalytics.files.ingestfile.IngestFile;
import org.mlanalytics.files.ingestfile.request.FileRequest;
import org.mlanalytics.files.ingestfile.request.Intake;
import org.mlanalytics.files.ingestfile.request.Priority;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.Faults;
import org.mlanalytics.runtime.event.Redelivery;

/**
 * Requests from Kafka: at least once. A record is acknowledged after its file has ended, well or
 * badly; one that is no request becomes a dead letter. The topics belong to one tenant.
 */
@ApplicationScoped
public class KafkaRequests {

  private static final String HIGH = "files-high";
  private static final String NORMAL = "files-normal";
  private static final String LOW = "files-low";

  private static final Logger LOG = Logger.getLogger(KafkaRequests.class);

  private final Intake intake;
  private final IngestFile function;
  private final Redelivery redelivery;
  private final PriorityGate gate;
  private final String tenant;

  KafkaRequests(
      Intake intake,
      IngestFile function,
      Redelivery redelivery,
      PriorityGate gate,
      FilesConfig config) {
    this.intake = intake;
    this.function = function;
    this.redelivery = redelivery;
    this.gate = gate;
    this.tenant = config.queue().tenant();
  }

  /** A record of the topic that is served first. */
  @Incoming(HIGH)
  @Blocking(value = HIGH, ordered = false)
  public void high(byte[] value, IncomingKafkaRecordMetadata<?, ?> record) {
    take(Priority.HIGH, value, record);
  }

  /** A record of the topic that is served next. */
  @Incoming(NORMAL)
  @Blocking(value = NORMAL, ordered = false)
  public void normal(byte[] value, IncomingKafkaRecordMetadata<?, ?> record) {
    take(Priority.NORMAL, value, record);
  }

  /** A record of the topic that is served last. */
  @Incoming(LOW)
  @Blocking(value = LOW, ordered = false)
  public void low(byte[] value, IncomingKafkaRecordMetadata<?, ?> record) {
    take(Priority.LOW, value, record);
  }

  private void take(Priority priority, byte[] value, IncomingKafkaRecordMetadata<?, ?> record) {
    try {
      QueueMessage message = QueueMessage.read(value);
      gate.pass(priority, () -> redelivery.untilDone(() -> function.process(key(message, record))));
    } catch (RuntimeException e) {
      throw deadLetter(e);
    }
  }

  /**
   * The message of what is thrown becomes the header {@code dead-letter-reason}. That of a fault
   * without a code may quote what was sent, so that the log gets its class and its stack only.
   */
  private static AnalyticsException deadLetter(RuntimeException fault) {
    AnalyticsException coded = Faults.coded(fault);
    boolean known = coded == fault;
    if (!known) {
      Throwable stack = new Throwable(fault.getClass().getName());
      stack.setStackTrace(fault.getStackTrace());
      LOG.error("a request becomes a dead letter", stack);
    }
    String detail = known ? coded.getMessage() : fault.getClass().getSimpleName();
    return new AnalyticsException(coded.code(), coded.code().code() + ": " + detail);
  }

  private String key(QueueMessage message, IncomingKafkaRecordMetadata<?, ?> record) {
    if (message instanceof QueueMessage.Reference reference) {
      return reference.key();
    }
    FileRequest request = ((QueueMessage.Request) message).request();
    return intake
        .accept(tenant, request.requestId() == null ? request.withRequestId(id(record)) : request)
        .key();
  }

  /** The same for every delivery of a record. */
  private static String id(IncomingKafkaRecordMetadata<?, ?> record) {
    String place =
        "%s/%d/%d/%d"
            .formatted(
                record.getTopic(),
                record.getPartition(),
                record.getOffset(),
                record.getTimestamp().toEpochMilli());
    return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
