/** Nights that begin by the clock, and those that were missed. */
package org.mlanalytics.schedule;
