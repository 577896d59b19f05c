/**
 * Sends dead letters back to the topic that their messages came from, each at most once: the
 * message and a mark behind its dead letter are committed in one Kafka transaction.
 */
package org.mlanalytics.stream.redrive;
