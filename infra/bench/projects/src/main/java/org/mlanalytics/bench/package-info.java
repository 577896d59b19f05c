/** Measures the extraction of projects; every contender runs in a JVM of its own. */
package org.mlanalytics.bench;
