package org.mlanalytics.publishing;

import java.time.Duration;
import java.util.Map;

/**
 * What an installation decides about its supervisors.
 *
 * @param bootstrapServers the brokers, as Druid reaches them
 * @param consumerProperties Kafka properties beside address and isolation level, like those of TLS
 * @param taskCount tasks that share the partitions of a topic
 * @param replicas tasks that read the same partitions
 * @param taskDuration how long a task reads before it publishes its segments
 * @param period how often a supervisor looks after its tasks and the end of its topic
 */
public record SupervisorSettings(
    String bootstrapServers,
    Map<String, String> consumerProperties,
    int taskCount,
    int replicas,
    Duration taskDuration,
    Duration period) {}
