/**
 * Messages of one Kafka topic become rows of another, each exactly once for readers of committed
 * records: one thread polls, transforms and commits rows and offsets in one transaction.
 *
 * <p>A function is a {@link org.mlanalytics.streaming.StreamFunction}; {@link
 * org.mlanalytics.streaming.StreamRunner} runs those that a process holds.
 */
package org.mlanalytics.streaming;
