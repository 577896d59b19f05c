/** Rows on their way out: how they are written, where they go, what became of a document. */
package org.mlanalytics.core.row;
