/** Tells the ends of requests to those who asked for it, signed by the scheme Standard Webhooks. */
package org.mlanalytics.files.ingestfile.callback;
