/** What stream functions tell of themselves, without a word of Kafka. */
package org.mlanalytics.runtime.stream;
