package org.mlanalytics.stream.redrive;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.streaming.PayloadStore;
import org.mlanalytics.streaming.StreamConfig;

/**
 * Sends dead letters of the streams' topics, and of the topics of requests for files, back to where
 * they came from.
 */
@ApplicationScoped
public class Redrive {

  private static final String FILES = "ingest-file";

  private static final Logger LOG = Logger.getLogger(Redrive.class);

  private final RedriveClients clients;
  private final PayloadStore payloads;
  private final RedriveConfig config;
  private final List<String> streams;
  private final List<String> files;

  Redrive(
      RedriveClients clients, PayloadStore payloads, RedriveConfig config, StreamConfig streams) {
    this.clients = clients;
    this.payloads = payloads;
    this.config = config;
    this.streams = List.of(streams.inputs().observations(), streams.inputs().surveys());
    this.files =
        Stream.of("high", "normal", "low")
            .map(priority -> config.filesTopic() + "." + priority)
            .toList();
  }

  /**
   * Sends what is asked for, or tells what would be sent.
   *
   * @throws AnalyticsException {@link ErrorCode#MALFORMED_REQUEST}, {@link ErrorCode#NOT_FOUND},
   *     {@link ErrorCode#REDRIVE_TAKEN_OVER}, {@link ErrorCode#BROKER_UNAVAILABLE}
   */
  public RedriveReply run(RedriveRequest request) {
    check(request);
    try {
      RedriveReply reply = new RedriveRun(clients, payloads, config, request, owner(request)).run();
      if (!request.isDry()) {
        LOG.infof(
            "redrive to %s: sent %s, skipped %s", reply.topic(), reply.sent(), reply.skipped());
      }
      return reply;
    } catch (KafkaException fault) {
      throw coded(fault);
    }
  }

  /** Topics of requests have one consumer: their dead letters do not say which. */
  private String owner(RedriveRequest request) {
    return files.contains(request.topic()) ? FILES : null;
  }

  private void check(RedriveRequest request) {
    if (request == null || request.topic() == null) {
      throw new AnalyticsException(ErrorCode.MALFORMED_REQUEST, "field topic is missing");
    }
    if (!streams.contains(request.topic()) && !files.contains(request.topic())) {
      throw new AnalyticsException(
          ErrorCode.NOT_FOUND, "messages go back to one of " + streams + ", " + files);
    }
    if (request.offset() != null && request.partition() == null) {
      throw new AnalyticsException(ErrorCode.MALFORMED_REQUEST, "an offset needs its partition");
    }
    if (isNegative(request.offset()) || isNegative(request.limit())) {
      throw new AnalyticsException(ErrorCode.MALFORMED_REQUEST, "offset and limit are at least 0");
    }
  }

  private static boolean isNegative(Number number) {
    return number != null && number.longValue() < 0;
  }

  private static RuntimeException coded(KafkaException fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProducerFencedException
          || cause instanceof InvalidProducerEpochException) {
        return new AnalyticsException(ErrorCode.REDRIVE_TAKEN_OVER, cause.getMessage(), fault);
      }
      if (cause instanceof RetriableException) {
        return new AnalyticsException(ErrorCode.BROKER_UNAVAILABLE, cause.getMessage(), fault);
      }
    }
    return fault;
  }
}
