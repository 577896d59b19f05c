package org.mlanalytics.stream.applysupervisors;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** How Druid reads the topics of rows. */
@ConfigMapping(prefix = "mla.apply-supervisors")
public interface ApplySupervisorsConfig {

  /** Addresses of the brokers as Druid reaches them. */
  @WithDefault("${kafka.bootstrap.servers}")
  String bootstrapServers();

  /**
   * Properties of Druid's Kafka consumer beside address and isolation level, like those of TLS; the
   * name of a property, in quotes, is the last part of the key.
   */
  Map<String, String> consumerProperties();

  /** Tasks that share the partitions of one topic. */
  @WithDefault("1")
  int taskCount();

  /** Tasks that read the same partitions, so that one may die without a pause. */
  @WithDefault("1")
  int replicas();

  /** How long a task reads before it publishes its segments and another one follows. */
  @WithDefault("4h")
  Duration taskDuration();

  /**
   * How often a supervisor looks after its tasks and at the end of its topic: the lag may be older
   * by so much.
   */
  @WithDefault("30s")
  Duration period();
}
