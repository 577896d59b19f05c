/**
 * Source documents, read in place: a {@link org.mlanalytics.core.source.Value} and its encodings.
 */
package org.mlanalytics.core.source;
