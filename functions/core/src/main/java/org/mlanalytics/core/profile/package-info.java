/** What rules of several datasets read from the profile of a user. */
package org.mlanalytics.core.profile;
