/** Trace contexts of runs and events, and where spans are made. */
package org.mlanalytics.runtime.trace;
