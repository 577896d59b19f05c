/** Kinds of batch steps that several functions share: whole collections, and daily snapshots. */
package org.mlanalytics.publishing.load;
