/** Requests for files from lists of Redis, for those whose producers push to lists. */
package org.mlanalytics.files.ingestfile.redis;
