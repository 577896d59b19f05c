/** The check of a file of alarms, here and by DuckDB; {@code run} runs them and Miller. */
package org.mlanalytics.bench.check;
