/** What those share who publish to Kafka in transactions. */
package org.mlanalytics.runtime.kafka;
