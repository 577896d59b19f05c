/** The rules of the status datasets: a submission of an observation or survey becomes rows. */
package org.mlanalytics.core.status;
