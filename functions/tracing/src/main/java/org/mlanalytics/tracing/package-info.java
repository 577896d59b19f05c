/** Requests, events, runs and Druid tasks as spans of one trace. */
package org.mlanalytics.tracing;
