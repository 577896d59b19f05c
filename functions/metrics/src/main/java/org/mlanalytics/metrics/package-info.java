/** What runs do, as metrics. */
package org.mlanalytics.metrics;
