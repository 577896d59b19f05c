/**
 * The peers: the steps of improvement projects and of observations as Sunbird ML analytics 6.0.0
 * does them on Apache Spark, with the rules of this project, so that both give the same rows. All
 * of the collection is in a list of the driver, tasks are expanded there, Spark does the columns,
 * explosions, joins, and whole-row de-duplication, and writes one file of JSON lines.
 */
package org.mlanalytics.bench.spark;
