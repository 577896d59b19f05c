/** Daily snapshots: landed rows become exact distinct counts by group. */
package org.mlanalytics.core.snapshot;
