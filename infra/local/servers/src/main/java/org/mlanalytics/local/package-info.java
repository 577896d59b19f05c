/**
 * Real servers on this machine, for the demo and the integration tests: Druid, Kafka and a Mongo
 * server, each in a child JVM of its own that can be stopped, killed, suspended and restarted.
 * {@link org.mlanalytics.local.LocalServers} starts them; everything listens on 127.0.0.1 only.
 */
package org.mlanalytics.local;
