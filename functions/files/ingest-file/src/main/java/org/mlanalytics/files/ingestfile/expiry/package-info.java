/** Removes what the ledger has of requests that have ended long ago. */
package org.mlanalytics.files.ingestfile.expiry;
