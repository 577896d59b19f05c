package org.mlanalytics.streaming;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an installation can set for the functions that transform streams. */
@ConfigMapping(prefix = "mla.stream")
public interface StreamConfig {

  /** Whether the stream functions of this process are at work. */
  @WithDefault("true")
  boolean enabled();

  /**
   * What brings messages: they consume them from Kafka, or a Knative KafkaSource sends them by
   * HTTP. Never both for one function.
   */
  @WithDefault("kafka")
  Trigger trigger();

  /** Topics of submissions. Dead letters go to their names with {@code .dlq} behind them. */
  Inputs inputs();

  /**
   * Most messages of one poll, which are looked up at once and committed in one transaction. They
   * are all in memory meanwhile: in a heap of 128 MB five hundred keep the collector busy.
   */
  @WithDefault("100")
  int maxPollRecords();

  /**
   * A message or row of more bytes, with its key, is put aside as too-large and kept in the object
   * store. Keep it at least 8 KiB below max.message.bytes of the sinks and the dead letter topic.
   */
  @WithDefault("1000000")
  int maxBytes();

  /**
   * How long a transaction may last: the broker aborts that of an instance that died, and until
   * then readers of the sink wait.
   */
  @WithDefault("10s")
  Duration transactionTimeout();

  /** After this time without a heartbeat the partitions of an instance go to another one. */
  @WithDefault("15s")
  Duration sessionTimeout();

  /** How often what the functions did is recorded in the ledger. */
  @WithDefault("5s")
  Duration recordEvery();

  /** Documents that submissions refer to. */
  Lookups lookups();

  /** What brings messages. */
  enum Trigger {
    /** A consumer group of its own. */
    KAFKA,
    /** CloudEvents at {@code POST /streams/<function>}. */
    HTTP
  }

  /** Topics of submissions. */
  interface Inputs {
    /** Topic of observation submissions. */
    @WithDefault("${mla.env:dev}.ml.observation.raw")
    String observations();

    /** Topic of survey submissions. */
    @WithDefault("${mla.env:dev}.ml.survey.raw")
    String surveys();
  }

  /** Cache of looked-up documents. */
  interface Lookups {
    /** Most bytes of documents in the cache. */
    @WithDefault("67108864")
    long cacheBytes();

    /** A document is read again after this time. */
    @WithDefault("10m")
    Duration keepFor();

    /** A document that was not there is asked for again after this time. */
    @WithDefault("1m")
    Duration keepAbsentFor();
  }
}
