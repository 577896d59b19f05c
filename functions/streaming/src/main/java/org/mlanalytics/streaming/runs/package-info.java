/** What stream functions did, by topic, partition and hour, in the ledger. */
package org.mlanalytics.streaming.runs;
