/**
 * Checks a file of rows: {@link org.mlanalytics.files.checking.FileChecker} reads bytes once, hands
 * good rows and quarantined rows to two sinks, and returns a report. Plain Java; memory does not
 * grow with the file.
 */
package org.mlanalytics.files.checking;
