/** Instants as text, and the range of time that is accepted. */
package org.mlanalytics.core.time;
