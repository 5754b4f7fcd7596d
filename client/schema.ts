// Written by "npm run api:client".

export interface paths {
    "/api/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What those say whom you follow, and you yourself; the newest first */
        get: operations["timelineHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What everybody says, the newest first */
        get: operations["timelineExplore"];
        put?: never;
        /** Publishes a post, or with `in_reply_to` an answer to one */
        post: operations["postsPublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags/{tag}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What everybody says about one thing, the newest first */
        get: operations["timelineTagged"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookmarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you keep for later, the last kept first; its cursors are no ids of posts */
        get: operations["timelineBookmarks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document (OpenAPI 3.1) */
        get: operations["documentShow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person */
        get: operations["profilesShow"];
        /** Changes your account; what you leave out stays as it is */
        put: operations["usersUpdate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Language, time zone and appearance, as you chose them */
        get: operations["settingsShow"];
        /** Changes your settings; what you leave out stays as it is */
        put: operations["settingsUpdate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/block": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keeps somebody from seeing, following and writing to you; you follow each other no longer; doing it twice is harmless */
        put: operations["restrictionsBlock"];
        post?: never;
        /** Blocks somebody no longer; doing it twice is harmless */
        delete: operations["restrictionsUnblock"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/mute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Shows you nothing of somebody any more, who does not notice; doing it twice is harmless */
        put: operations["restrictionsMute"];
        post?: never;
        /** Mutes somebody no longer; doing it twice is harmless */
        delete: operations["restrictionsUnmute"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/restrictions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom you mute or block */
        get: operations["keptAwayList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody, the oldest accounts first; by page, or by `after` to read them all */
        get: operations["profilesList"];
        put?: never;
        /** Opens an account */
        post: operations["registrationJoin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tokens that call in your name */
        get: operations["namedTokensList"];
        put?: never;
        /** A token for an hour; the one you have while it lasts */
        post: operations["tokensIssue"];
        /** Revokes the token that you send */
        delete: operations["tokensRevoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One post */
        get: operations["postsShow"];
        /**
         * Changes the text of a post of yours; what it said before can still be read
         * @description Without `language` it stays in the one that it has; with an empty one, that is guessed anew
         */
        put: operations["postsEdit"];
        post?: never;
        /** Deletes a post of yours */
        delete: operations["postsRemove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/thread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A post and what was said around it */
        get: operations["postsThread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a post said, the oldest first; the last is what it says now */
        get: operations["postsHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/like": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Likes a post; doing it twice is harmless */
        put: operations["reactionsLike"];
        post?: never;
        /** Likes a post no longer; doing it twice is harmless */
        delete: operations["reactionsUnlike"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/repost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Passes a post on to your followers; doing it twice is harmless */
        put: operations["reactionsRepost"];
        post?: never;
        /** Takes that back; doing it twice is harmless */
        delete: operations["reactionsUnrepost"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/bookmark": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keeps a post for later; nobody else knows; doing it twice is harmless */
        put: operations["reactionsBookmark"];
        post?: never;
        /** Keeps a post no longer; doing it twice is harmless */
        delete: operations["reactionsUnbookmark"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Follows somebody; doing it twice is harmless */
        put: operations["followFollow"];
        post?: never;
        /** Follows somebody no longer; doing it twice is harmless */
        delete: operations["followUnfollow"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came, or with `box=sent` what you sent; the newest first. Reading it here marks nothing as read */
        get: operations["messagesList"];
        put?: never;
        /** Writes to somebody */
        post: operations["messagesSend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** All that came was seen */
        put: operations["messagesMarkRead"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One message of yours */
        get: operations["messagesShow"];
        put?: never;
        post?: never;
        /** Throws away your copy of a message; the other one keeps theirs */
        delete: operations["messagesRemove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins to make an archive of all that is yours; 409 while one is being made */
        post: operations["exportsBegin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an archive of yours is */
        get: operations["exportsShow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The archive, a zip of JSON files; 409 before it is made. Ranges may be asked for */
        get: operations["exportsFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/followers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who follows somebody, the youngest accounts first */
        get: operations["profilesFollowers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/following": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom somebody follows, the youngest accounts first */
        get: operations["profilesFollowing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What somebody says, the newest first */
        get: operations["profilesListPosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/deletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Hides your account at once, ends every token, and deletes it in 14 days unless you sign in again */
        put: operations["accountDeletionRequest"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tells the moderators of somebody, or of a post of theirs; the same again is one report */
        post: operations["moderationReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/moderation/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What nobody has looked at yet, the newest first; for moderators */
        get: operations["moderatorsReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/moderation/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What moderators and operators did, the newest first; for moderators */
        get: operations["moderatorsDecisions"];
        put?: never;
        /** Closes a report, suspends or unsuspends somebody, or removes a post; for moderators */
        post: operations["moderatorsDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Finds posts, people and tags; what is typed on the page for searching is understood here too */
        get: operations["searchSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Finds words in your own private messages, of both boxes; the newest first */
        get: operations["messageSearchSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/translation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A post in a language of this site; without `language` in that of the request */
        get: operations["translationShow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed after a moment, the oldest first: one entry a name, the last value */
        get: operations["notificationsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who followed you, spoke to you or liked what you said; the newest first */
        get: operations["notificationsNews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same values as they change, as server-sent events; ends when the token does. `Last-Event-ID` goes on where one was cut off */
        get: operations["notificationsStream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Marks all notifications as seen */
        put: operations["notificationsMarkRead"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Of what you want to hear */
        get: operations["wantedNotificationsShow"];
        /** Says of what you want to hear: of what you leave out you do not */
        put: operations["wantedNotificationsChoose"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document as a page */
        get: operations["apiDocsShow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your account */
        get: operations["accountShow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Asks for another address, which counts once the link in a mail to it was followed */
        put: operations["accountChangeEmail"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/wished_email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Keeps the address as it is */
        delete: operations["accountKeepEmail"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes your password, and ends every session and token of yours, the one in use too */
        put: operations["accountChangePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The browsers in which you are signed in, by their last use */
        get: operations["browsersList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Signs you out there */
        delete: operations["browsersEnd"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/email_confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends another link to your address, unless it is confirmed */
        post: operations["emailConfirmationSendAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes a token of yours */
        delete: operations["namedTokensRevoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your passkeys */
        get: operations["passkeysList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/passkeys/{id}/deletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Forgets a passkey: it signs nobody in any more */
        put: operations["passkeysRemove"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password_resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets a new password by the token of that link, once, and ends every session and token of the account */
        put: operations["passwordResetReset"];
        /** Sends a link by mail, if there is an account with this address; which is not told */
        post: operations["passwordResetRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second_step": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether signing in wants a code, and how many recovery codes are left */
        get: operations["secondStepShow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second_step/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Begins: gives a secret for an authenticator app, which counts once a code of it was sent to `/code` */
        put: operations["secondStepBegin"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second_step/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Turns it on, by a code of the app that has the secret */
        put: operations["secondStepConfirm"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second_step/recovery_codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Makes new recovery codes; the old ones count no more */
        put: operations["secondStepRenewCodes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second_step/off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Turns it off */
        put: operations["secondStepTurnOff"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trusted_devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The browsers that are not asked for the second step */
        get: operations["trustedDevicesList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trusted_devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Asks there for the second step again */
        delete: operations["trustedDevicesForget"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ViolationJson: {
            /** @example #/username */
            pointer: string;
            /** @example Please use a different username. */
            detail: string;
        };
        ProblemJson: {
            /**
             * @description Always `about:blank`: the status says it all
             * @example about:blank
             */
            type: string;
            /**
             * @description The status in words, in your language
             * @example Not Found
             */
            title: string;
            /** @example 404 */
            status: number;
            /**
             * @description What went wrong, in your language
             * @example This post does not exist, or no longer.
             */
            detail: string;
            /**
             * @description The address that was asked for
             * @example /api/posts/1
             */
            instance: string;
            /**
             * @description The same as `title`
             * @example Not Found
             */
            error: string;
            /**
             * @description The same as `detail`
             * @example This post does not exist, or no longer.
             */
            message: string;
            /**
             * @description What is wrong with the input, by field
             * @example {
             *       "username": [
             *         "Please use a different username."
             *       ]
             *     }
             */
            errors?: {
                [key: string]: string[];
            };
            /** @description The same, with a JSON Pointer (RFC 6901) into the body to each wrong field */
            violations?: components["schemas"]["ViolationJson"][];
        };
        PersonLinksJson: {
            /**
             * Format: uri-reference
             * @example /api/users/1
             */
            self: string;
            /**
             * Format: uri-reference
             * @example /avatar/1.svg?s=128
             */
            avatar: string;
        };
        PersonJson: {
            /** @example 1 */
            id: number;
            /** @example susan */
            username: string;
            _links: components["schemas"]["PersonLinksJson"];
        };
        PostLinksJson: {
            /**
             * Format: uri-reference
             * @example /api/posts/1
             */
            self: string;
            /**
             * Format: uri-reference
             * @example /api/users/1
             */
            author: string;
            /**
             * Format: uri-reference
             * @example /api/posts/1/thread
             */
            thread: string;
            /**
             * Format: uri-reference
             * @description What it answers; that post may be gone
             */
            in_reply_to: string | null;
        };
        PostJson: {
            /** @example 1 */
            id: number;
            /** @example Good morning! */
            body: string;
            /**
             * @description BCP 47 tag of what it is written in, such as en or pt-BR; '' when nobody is sure
             * @example en
             */
            language: string;
            /** Format: date-time */
            timestamp: string;
            /**
             * Format: date-time
             * @description Null for what stands as it was first written
             */
            edited_at: string | null;
            author: components["schemas"]["PersonJson"];
            /** @description Who passed it on, in a list in which it stands for that reason */
            reposted_by: components["schemas"]["PersonJson"] | null;
            /**
             * @description Id of the post that it answers
             * @example null
             */
            in_reply_to: number | null;
            /** @example 0 */
            reply_count: number;
            /** @example 0 */
            like_count: number;
            /** @example 0 */
            repost_count: number;
            /** @description You like it */
            liked: boolean;
            /** @description You passed it on */
            reposted: boolean;
            /** @description You keep it for later */
            bookmarked: boolean;
            _links: components["schemas"]["PostLinksJson"];
        };
        CursorMetaJson: {
            /** @example 25 */
            per_page: number;
        };
        PageLinksJson: {
            /**
             * Format: uri-reference
             * @example /api/users?page=2&per_page=10
             */
            self: string;
            /**
             * Format: uri-reference
             * @description Null on the last page
             */
            next: string | null;
            /**
             * Format: uri-reference
             * @description Null on the first page
             */
            prev: string | null;
        };
        PostPageJson: {
            items: components["schemas"]["PostJson"][];
            _meta: components["schemas"]["CursorMetaJson"];
            _links: components["schemas"]["PageLinksJson"];
        };
        UpdateAccountDto: {
            /** @example susan */
            username?: string;
            /** @example I write about birds. */
            about_me?: string;
            /**
             * Format: email
             * @example susan@example.com
             */
            email?: string;
        };
        UserLinksJson: {
            /**
             * Format: uri-reference
             * @example /api/users/1
             */
            self: string;
            /**
             * Format: uri-reference
             * @example /avatar/1.svg?s=128
             */
            avatar: string;
            /**
             * Format: uri-reference
             * @example /api/users/1/followers
             */
            followers: string;
            /**
             * Format: uri-reference
             * @example /api/users/1/following
             */
            following: string;
            /**
             * Format: uri-reference
             * @example /api/users/1/posts
             */
            posts: string;
        };
        UserJson: {
            /** @example 1 */
            id: number;
            /** @example susan */
            username: string;
            /**
             * Format: date-time
             * @description Null for who never visited a page
             */
            last_seen: string | null;
            /** @example I write about birds. */
            about_me: string;
            /** @example 12 */
            post_count: number;
            /** @example 3 */
            follower_count: number;
            /** @example 5 */
            following_count: number;
            _links: components["schemas"]["UserLinksJson"];
        };
        SettingsJson: {
            /**
             * @description BCP 47; `auto` follows the browser
             * @example es
             */
            locale: string;
            /**
             * @description IANA; `auto` follows the browser
             * @example Europe/Madrid
             */
            time_zone: string;
            /** @enum {string} */
            theme: "auto" | "light" | "dark";
        };
        SettingsDto: {
            /** @enum {string} */
            locale?: "auto" | "en" | "es" | "de" | "fr" | "pt" | "ja" | "ar" | "en-XA";
            /** @enum {string} */
            time_zone?: "auto" | "UTC" | "Africa/Abidjan" | "Africa/Accra" | "Africa/Addis_Ababa" | "Africa/Algiers" | "Africa/Asmera" | "Africa/Bamako" | "Africa/Bangui" | "Africa/Banjul" | "Africa/Bissau" | "Africa/Blantyre" | "Africa/Brazzaville" | "Africa/Bujumbura" | "Africa/Cairo" | "Africa/Casablanca" | "Africa/Ceuta" | "Africa/Conakry" | "Africa/Dakar" | "Africa/Dar_es_Salaam" | "Africa/Djibouti" | "Africa/Douala" | "Africa/El_Aaiun" | "Africa/Freetown" | "Africa/Gaborone" | "Africa/Harare" | "Africa/Johannesburg" | "Africa/Juba" | "Africa/Kampala" | "Africa/Khartoum" | "Africa/Kigali" | "Africa/Kinshasa" | "Africa/Lagos" | "Africa/Libreville" | "Africa/Lome" | "Africa/Luanda" | "Africa/Lubumbashi" | "Africa/Lusaka" | "Africa/Malabo" | "Africa/Maputo" | "Africa/Maseru" | "Africa/Mbabane" | "Africa/Mogadishu" | "Africa/Monrovia" | "Africa/Nairobi" | "Africa/Ndjamena" | "Africa/Niamey" | "Africa/Nouakchott" | "Africa/Ouagadougou" | "Africa/Porto-Novo" | "Africa/Sao_Tome" | "Africa/Tripoli" | "Africa/Tunis" | "Africa/Windhoek" | "America/Adak" | "America/Anchorage" | "America/Anguilla" | "America/Antigua" | "America/Araguaina" | "America/Argentina/La_Rioja" | "America/Argentina/Rio_Gallegos" | "America/Argentina/Salta" | "America/Argentina/San_Juan" | "America/Argentina/San_Luis" | "America/Argentina/Tucuman" | "America/Argentina/Ushuaia" | "America/Aruba" | "America/Asuncion" | "America/Bahia" | "America/Bahia_Banderas" | "America/Barbados" | "America/Belem" | "America/Belize" | "America/Blanc-Sablon" | "America/Boa_Vista" | "America/Bogota" | "America/Boise" | "America/Buenos_Aires" | "America/Cambridge_Bay" | "America/Campo_Grande" | "America/Cancun" | "America/Caracas" | "America/Catamarca" | "America/Cayenne" | "America/Cayman" | "America/Chicago" | "America/Chihuahua" | "America/Ciudad_Juarez" | "America/Coral_Harbour" | "America/Cordoba" | "America/Costa_Rica" | "America/Coyhaique" | "America/Creston" | "America/Cuiaba" | "America/Curacao" | "America/Danmarkshavn" | "America/Dawson" | "America/Dawson_Creek" | "America/Denver" | "America/Detroit" | "America/Dominica" | "America/Edmonton" | "America/Eirunepe" | "America/El_Salvador" | "America/Fort_Nelson" | "America/Fortaleza" | "America/Glace_Bay" | "America/Godthab" | "America/Goose_Bay" | "America/Grand_Turk" | "America/Grenada" | "America/Guadeloupe" | "America/Guatemala" | "America/Guayaquil" | "America/Guyana" | "America/Halifax" | "America/Havana" | "America/Hermosillo" | "America/Indiana/Knox" | "America/Indiana/Marengo" | "America/Indiana/Petersburg" | "America/Indiana/Tell_City" | "America/Indiana/Vevay" | "America/Indiana/Vincennes" | "America/Indiana/Winamac" | "America/Indianapolis" | "America/Inuvik" | "America/Iqaluit" | "America/Jamaica" | "America/Jujuy" | "America/Juneau" | "America/Kentucky/Monticello" | "America/Kralendijk" | "America/La_Paz" | "America/Lima" | "America/Los_Angeles" | "America/Louisville" | "America/Lower_Princes" | "America/Maceio" | "America/Managua" | "America/Manaus" | "America/Marigot" | "America/Martinique" | "America/Matamoros" | "America/Mazatlan" | "America/Mendoza" | "America/Menominee" | "America/Merida" | "America/Metlakatla" | "America/Mexico_City" | "America/Miquelon" | "America/Moncton" | "America/Monterrey" | "America/Montevideo" | "America/Montserrat" | "America/Nassau" | "America/New_York" | "America/Nome" | "America/Noronha" | "America/North_Dakota/Beulah" | "America/North_Dakota/Center" | "America/North_Dakota/New_Salem" | "America/Ojinaga" | "America/Panama" | "America/Paramaribo" | "America/Phoenix" | "America/Port-au-Prince" | "America/Port_of_Spain" | "America/Porto_Velho" | "America/Puerto_Rico" | "America/Punta_Arenas" | "America/Rankin_Inlet" | "America/Recife" | "America/Regina" | "America/Resolute" | "America/Rio_Branco" | "America/Santarem" | "America/Santiago" | "America/Santo_Domingo" | "America/Sao_Paulo" | "America/Scoresbysund" | "America/Sitka" | "America/St_Barthelemy" | "America/St_Johns" | "America/St_Kitts" | "America/St_Lucia" | "America/St_Thomas" | "America/St_Vincent" | "America/Swift_Current" | "America/Tegucigalpa" | "America/Thule" | "America/Tijuana" | "America/Toronto" | "America/Tortola" | "America/Vancouver" | "America/Whitehorse" | "America/Winnipeg" | "America/Yakutat" | "Antarctica/Casey" | "Antarctica/Davis" | "Antarctica/DumontDUrville" | "Antarctica/Macquarie" | "Antarctica/Mawson" | "Antarctica/McMurdo" | "Antarctica/Palmer" | "Antarctica/Rothera" | "Antarctica/Syowa" | "Antarctica/Troll" | "Antarctica/Vostok" | "Arctic/Longyearbyen" | "Asia/Aden" | "Asia/Almaty" | "Asia/Amman" | "Asia/Anadyr" | "Asia/Aqtau" | "Asia/Aqtobe" | "Asia/Ashgabat" | "Asia/Atyrau" | "Asia/Baghdad" | "Asia/Bahrain" | "Asia/Baku" | "Asia/Bangkok" | "Asia/Barnaul" | "Asia/Beirut" | "Asia/Bishkek" | "Asia/Brunei" | "Asia/Calcutta" | "Asia/Chita" | "Asia/Colombo" | "Asia/Damascus" | "Asia/Dhaka" | "Asia/Dili" | "Asia/Dubai" | "Asia/Dushanbe" | "Asia/Famagusta" | "Asia/Gaza" | "Asia/Hebron" | "Asia/Hong_Kong" | "Asia/Hovd" | "Asia/Irkutsk" | "Asia/Jakarta" | "Asia/Jayapura" | "Asia/Jerusalem" | "Asia/Kabul" | "Asia/Kamchatka" | "Asia/Karachi" | "Asia/Katmandu" | "Asia/Khandyga" | "Asia/Krasnoyarsk" | "Asia/Kuala_Lumpur" | "Asia/Kuching" | "Asia/Kuwait" | "Asia/Macau" | "Asia/Magadan" | "Asia/Makassar" | "Asia/Manila" | "Asia/Muscat" | "Asia/Nicosia" | "Asia/Novokuznetsk" | "Asia/Novosibirsk" | "Asia/Omsk" | "Asia/Oral" | "Asia/Phnom_Penh" | "Asia/Pontianak" | "Asia/Pyongyang" | "Asia/Qatar" | "Asia/Qostanay" | "Asia/Qyzylorda" | "Asia/Rangoon" | "Asia/Riyadh" | "Asia/Saigon" | "Asia/Sakhalin" | "Asia/Samarkand" | "Asia/Seoul" | "Asia/Shanghai" | "Asia/Singapore" | "Asia/Srednekolymsk" | "Asia/Taipei" | "Asia/Tashkent" | "Asia/Tbilisi" | "Asia/Tehran" | "Asia/Thimphu" | "Asia/Tokyo" | "Asia/Tomsk" | "Asia/Ulaanbaatar" | "Asia/Urumqi" | "Asia/Ust-Nera" | "Asia/Vientiane" | "Asia/Vladivostok" | "Asia/Yakutsk" | "Asia/Yekaterinburg" | "Asia/Yerevan" | "Atlantic/Azores" | "Atlantic/Bermuda" | "Atlantic/Canary" | "Atlantic/Cape_Verde" | "Atlantic/Faeroe" | "Atlantic/Madeira" | "Atlantic/Reykjavik" | "Atlantic/South_Georgia" | "Atlantic/St_Helena" | "Atlantic/Stanley" | "Australia/Adelaide" | "Australia/Brisbane" | "Australia/Broken_Hill" | "Australia/Darwin" | "Australia/Eucla" | "Australia/Hobart" | "Australia/Lindeman" | "Australia/Lord_Howe" | "Australia/Melbourne" | "Australia/Perth" | "Australia/Sydney" | "Europe/Amsterdam" | "Europe/Andorra" | "Europe/Astrakhan" | "Europe/Athens" | "Europe/Belgrade" | "Europe/Berlin" | "Europe/Bratislava" | "Europe/Brussels" | "Europe/Bucharest" | "Europe/Budapest" | "Europe/Busingen" | "Europe/Chisinau" | "Europe/Copenhagen" | "Europe/Dublin" | "Europe/Gibraltar" | "Europe/Guernsey" | "Europe/Helsinki" | "Europe/Isle_of_Man" | "Europe/Istanbul" | "Europe/Jersey" | "Europe/Kaliningrad" | "Europe/Kiev" | "Europe/Kirov" | "Europe/Lisbon" | "Europe/Ljubljana" | "Europe/London" | "Europe/Luxembourg" | "Europe/Madrid" | "Europe/Malta" | "Europe/Mariehamn" | "Europe/Minsk" | "Europe/Monaco" | "Europe/Moscow" | "Europe/Oslo" | "Europe/Paris" | "Europe/Podgorica" | "Europe/Prague" | "Europe/Riga" | "Europe/Rome" | "Europe/Samara" | "Europe/San_Marino" | "Europe/Sarajevo" | "Europe/Saratov" | "Europe/Simferopol" | "Europe/Skopje" | "Europe/Sofia" | "Europe/Stockholm" | "Europe/Tallinn" | "Europe/Tirane" | "Europe/Ulyanovsk" | "Europe/Vaduz" | "Europe/Vatican" | "Europe/Vienna" | "Europe/Vilnius" | "Europe/Volgograd" | "Europe/Warsaw" | "Europe/Zagreb" | "Europe/Zurich" | "Indian/Antananarivo" | "Indian/Chagos" | "Indian/Christmas" | "Indian/Cocos" | "Indian/Comoro" | "Indian/Kerguelen" | "Indian/Mahe" | "Indian/Maldives" | "Indian/Mauritius" | "Indian/Mayotte" | "Indian/Reunion" | "Pacific/Apia" | "Pacific/Auckland" | "Pacific/Bougainville" | "Pacific/Chatham" | "Pacific/Easter" | "Pacific/Efate" | "Pacific/Enderbury" | "Pacific/Fakaofo" | "Pacific/Fiji" | "Pacific/Funafuti" | "Pacific/Galapagos" | "Pacific/Gambier" | "Pacific/Guadalcanal" | "Pacific/Guam" | "Pacific/Honolulu" | "Pacific/Kiritimati" | "Pacific/Kosrae" | "Pacific/Kwajalein" | "Pacific/Majuro" | "Pacific/Marquesas" | "Pacific/Midway" | "Pacific/Nauru" | "Pacific/Niue" | "Pacific/Norfolk" | "Pacific/Noumea" | "Pacific/Pago_Pago" | "Pacific/Palau" | "Pacific/Pitcairn" | "Pacific/Ponape" | "Pacific/Port_Moresby" | "Pacific/Rarotonga" | "Pacific/Saipan" | "Pacific/Tahiti" | "Pacific/Tarawa" | "Pacific/Tongatapu" | "Pacific/Truk" | "Pacific/Wake" | "Pacific/Wallis";
            /** @enum {string} */
            theme?: "auto" | "light" | "dark";
        };
        KeptAwayJson: {
            person: components["schemas"]["PersonJson"];
            /** @enum {string} */
            kind: "mute" | "block";
        };
        KeptAwayPageJson: {
            items: components["schemas"]["KeptAwayJson"][];
            _meta: components["schemas"]["CursorMetaJson"];
            _links: components["schemas"]["PageLinksJson"];
        };
        CreateAccountDto: {
            /** @example susan */
            username: string;
            /**
             * Format: email
             * @example susan@example.com
             */
            email: string;
            /** Format: password */
            password: string;
        };
        TokenJson: {
            /** @description For the header `Authorization: Bearer …` */
            token: string;
            /** Format: date-time */
            expires_at: string;
        };
        PublishPostDto: {
            /** @example Good morning! */
            body: string;
            /** @example en */
            language?: string;
            /** @example 1 */
            in_reply_to?: number;
        };
        ThreadJson: {
            /** @description What it answers, and what that answers, oldest first */
            before: components["schemas"]["PostJson"][];
            post: components["schemas"]["PostJson"];
            /** @description What answers it, in the order in which it came */
            replies: components["schemas"]["PostPageJson"];
        };
        PostVersionJson: {
            /** @example Good mornign! */
            body: string;
            /** Format: date-time */
            since: string;
        };
        RevisePostDto: {
            /** @example Good morning! */
            body: string;
            /** @example en */
            language?: string;
        };
        MessageLinksJson: {
            /**
             * Format: uri-reference
             * @example /api/messages/1
             */
            self: string;
        };
        MessageJson: {
            /** @example 1 */
            id: number;
            /** @example Shall we meet at noon? */
            body: string;
            /** Format: date-time */
            timestamp: string;
            sender: components["schemas"]["PersonJson"];
            recipient: components["schemas"]["PersonJson"];
            /** @description It came, and was not opened yet */
            unread: boolean;
            _links: components["schemas"]["MessageLinksJson"];
        };
        MessagePageJson: {
            items: components["schemas"]["MessageJson"][];
            _meta: components["schemas"]["CursorMetaJson"];
            _links: components["schemas"]["PageLinksJson"];
        };
        SendMessageDto: {
            /** @example john */
            recipient: string;
            /** @example Shall we meet at noon? */
            body: string;
        };
        ExportLinksJson: {
            /**
             * Format: uri-reference
             * @example /api/exports/1
             */
            self: string;
            /**
             * Format: uri-reference
             * @description Null while there is no file
             */
            file: string | null;
        };
        ExportJson: {
            /** @example 1 */
            id: number;
            /** @enum {string} */
            state: "running" | "done" | "failed";
            /**
             * @description In percent
             * @example 40
             */
            progress: number;
            /**
             * @description Of the file, in bytes; 0 while there is none
             * @example 0
             */
            size: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            finished_at: string | null;
            /**
             * Format: date-time
             * @description It is forgotten then
             */
            expires_at: string;
            _links: components["schemas"]["ExportLinksJson"];
        };
        NumberedMetaJson: {
            /** @example 2 */
            page: number;
            /** @example 10 */
            per_page: number;
            /** @example 5 */
            total_pages: number;
            /** @example 48 */
            total_items: number;
        };
        UserPageJson: {
            items: components["schemas"]["UserJson"][];
            _meta: components["schemas"]["NumberedMetaJson"];
            _links: components["schemas"]["PageLinksJson"];
        };
        UserSliceJson: {
            items: components["schemas"]["UserJson"][];
            _meta: components["schemas"]["CursorMetaJson"];
            _links: components["schemas"]["PageLinksJson"];
        };
        PasswordAgainDto: {
            /** Format: password */
            current_password: string;
        };
        SendReportDto: {
            reason: string;
            /** @example 1 */
            post_id?: number;
        };
        ReportJson: {
            /** @example 1 */
            id: number;
            /**
             * @description Username of who told
             * @example susan
             */
            reporter: string;
            /**
             * @description Of whom it is about
             * @example 2
             */
            reported_id: number;
            /** @example john */
            reported: string;
            /** @description Whom it is about is suspended already */
            suspended: boolean;
            /**
             * @description null also when the post is deleted
             * @example 7
             */
            post_id: number | null;
            /**
             * @description What the post said when it was reported; '' where it is about none
             * @example Buy now!
             */
            body: string;
            /**
             * @description What became of the post since then; null where it is about none
             * @example unchanged
             * @enum {string|null}
             */
            post_state: "unchanged" | "edited" | "deleted" | null;
            /** @example Advertising, again and again. */
            reason: string;
            /** Format: date-time */
            timestamp: string;
        };
        ReportPageJson: {
            items: components["schemas"]["ReportJson"][];
            _meta: components["schemas"]["CursorMetaJson"];
            _links: components["schemas"]["PageLinksJson"];
        };
        DecisionJson: {
            /** @example 1 */
            id: number;
            /** @enum {string} */
            action: "close_report" | "suspend" | "unsuspend" | "remove_post";
            /**
             * @description Username; '' for an operator at the command line
             * @example mary
             */
            moderator: string;
            /**
             * @description Username of whom it is about
             * @example john
             */
            person: string;
            /** @example 7 */
            post_id: number | null;
            /** @example Advertising. */
            reason: string;
            /** Format: date-time */
            timestamp: string;
        };
        DecisionPageJson: {
            items: components["schemas"]["DecisionJson"][];
            _meta: components["schemas"]["CursorMetaJson"];
            _links: components["schemas"]["PageLinksJson"];
        };
        DecideDto: {
            reason: string;
            /**
             * @example suspend
             * @enum {string}
             */
            action: "close_report" | "suspend" | "unsuspend" | "remove_post";
            /**
             * @description Id of the report, of the person or of the post, by the action
             * @example 1
             */
            subject: number;
        };
        SearchPageJson: {
            items: components["schemas"]["PostJson"][];
            _meta: components["schemas"]["CursorMetaJson"];
            _links: components["schemas"]["PageLinksJson"];
            /** @description Who is called like what is looked for, or whose name begins so */
            people: components["schemas"]["PersonJson"][];
            /**
             * @description Tags that begin with what is looked for
             * @example [
             *       "birds"
             *     ]
             */
            tags: string[];
            /** @description The search was broken off before it had looked everywhere: the next page goes on */
            cut: boolean;
        };
        TranslationJson: {
            /** @example Good morning! */
            text: string;
            /**
             * @description Of the post, '' when nobody is sure: then the text is the post's own
             * @example es
             */
            source_language: string;
            /** @example en */
            dest_language: string;
        };
        LiveValueJson: {
            /** @enum {string} */
            name: "unread_message_count" | "unread_notification_count" | "task_progress";
            /**
             * @description A number, or an object, by the name
             * @example 3
             */
            data: number | Record<string, never>;
            /**
             * @description Seconds since 1970
             * @example 1795337676.942
             */
            timestamp: number;
        };
        NotificationLinksJson: {
            /**
             * Format: uri-reference
             * @description What it is about
             * @example /api/posts/1
             */
            post: string | null;
        };
        NotificationJson: {
            /** @example 1 */
            id: number;
            /** @enum {string} */
            kind: "follow" | "mention" | "reply" | "like" | "repost" | "message";
            /** @description Who did it */
            actor: components["schemas"]["PersonJson"];
            /**
             * @description Of the post; '' where there is none
             * @example Good morning!
             */
            body: string;
            /** Format: date-time */
            timestamp: string;
            /** @description Not seen yet */
            unread: boolean;
            _links: components["schemas"]["NotificationLinksJson"];
        };
        NotificationPageJson: {
            items: components["schemas"]["NotificationJson"][];
            _meta: components["schemas"]["CursorMetaJson"];
            _links: components["schemas"]["PageLinksJson"];
        };
        WantedNotificationsJson: {
            follow: boolean;
            mention: boolean;
            reply: boolean;
            like: boolean;
            repost: boolean;
            message: boolean;
        };
        WantedNotificationsDto: {
            /** @default false */
            follow: boolean;
            /** @default false */
            mention: boolean;
            /** @default false */
            reply: boolean;
            /** @default false */
            like: boolean;
            /** @default false */
            repost: boolean;
            /** @default false */
            message: boolean;
        };
        AccountJson: {
            /** @example susan */
            username: string;
            /** Format: email */
            email: string;
            /** @description Its owner has followed the link in the mail */
            email_confirmed: boolean;
            /**
             * Format: email
             * @description Will be the address once it is confirmed
             */
            wished_email: string | null;
        };
        ChangeEmailDto: {
            /**
             * Format: email
             * @example susan@example.com
             */
            email: string;
            /** Format: password */
            current_password: string;
        };
        ReplacePasswordDto: {
            /** Format: password */
            password: string;
            /** Format: password */
            current_password: string;
        };
        SessionJson: {
            /**
             * @description Null for one that does not say
             * @example Firefox
             */
            browser: string | null;
            /** @example Linux */
            system: string | null;
            /** @description Names it here. It opens nothing */
            id: string;
            /** @description It comes back signed in after it was closed */
            remembered: boolean;
            /** Format: date-time */
            last_used_at: string;
        };
        TokenFactsJson: {
            /** @example 1 */
            id: number;
            /**
             * @description '' for one that was had by the password
             * @example My bot
             */
            name: string;
            /** @enum {string} */
            scope: "read" | "write";
            /** Format: date-time */
            issued_at: string;
            /**
             * Format: date-time
             * @description Null for one that was never used
             */
            last_used_at: string | null;
            /** Format: date-time */
            expires_at: string;
        };
        PasskeyJson: {
            /** @example 1 */
            id: number;
            /** @example My phone */
            name: string;
            /** Format: date-time */
            timestamp: string;
            /** Format: date-time */
            last_used_at: string | null;
        };
        ResetRequestDto: {
            /** Format: email */
            email: string;
        };
        ResetPasswordDto: {
            token: string;
            /** Format: password */
            password: string;
        };
        SecondStepJson: {
            /** @description Signing in wants a code */
            on: boolean;
            /** @example 8 */
            recovery_codes_left: number;
        };
        SecondStepSetupJson: {
            /**
             * @description Base32, for an authenticator app
             * @example JBSWY3DPEHPK3PXP
             */
            secret: string;
            /** @description The same as `otpauth:`, for a QR code */
            uri: string;
        };
        ConfirmSecondStepDto: {
            code: string;
        };
        RecoveryCodesJson: {
            /** @description Each good for once; nobody can see them again */
            recovery_codes: string[];
        };
        TrustedDeviceJson: {
            /**
             * @description Null for one that does not say
             * @example Firefox
             */
            browser: string | null;
            /** @example Linux */
            system: string | null;
            /** @description Names it here. It opens nothing */
            id: string;
            /**
             * Format: date-time
             * @description Since when it is trusted
             */
            timestamp: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    timelineHome: {
        parameters: {
            query?: {
                /** @description Only what is older than this id */
                before?: number;
                /** @description Only what is newer than this id, the nearest */
                after?: number;
                /** @description As many as on a page of this site when it is not given */
                per_page?: number;
            };
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostPageJson"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    timelineExplore: {
        parameters: {
            query?: {
                /** @description Only what is older than this id */
                before?: number;
                /** @description Only what is newer than this id, the nearest */
                after?: number;
                /** @description As many as on a page of this site when it is not given */
                per_page?: number;
            };
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostPageJson"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    postsPublish: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key, within a day, a request takes effect once and is answered as the first time
                 * @example 7d1f6c2e
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishPostDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostJson"];
                };
            };
            /** @description The input breaks a rule, or makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The key came with another request before */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    timelineTagged: {
        parameters: {
            query?: {
                /** @description Only what is older than this id */
                before?: number;
                /** @description Only what is newer than this id, the nearest */
                after?: number;
                /** @description As many as on a page of this site when it is not given */
                per_page?: number;
            };
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Without the #, in any case */
                tag: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostPageJson"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    timelineBookmarks: {
        parameters: {
            query?: {
                /** @description Only what is older than this id */
                before?: number;
                /** @description Only what is newer than this id, the nearest */
                after?: number;
                /** @description As many as on a page of this site when it is not given */
                per_page?: number;
            };
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostPageJson"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    documentShow: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    profilesShow: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Id of a person, or `me` */
                id: number | "me";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserJson"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    usersUpdate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have read: nothing is changed unless it is still so */
                "If-Match"?: string;
            };
            path: {
                /** @description Id of a person, or `me` */
                id: number | "me";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateAccountDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserJson"];
                };
            };
            /** @description The input breaks a rule, or makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Whoever is asking may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description It is not what you have read any more: read it again */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description That was too often: `Retry-After` tells how many seconds to wait */
            429: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    settingsShow: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsJson"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    settingsUpdate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have read: nothing is changed unless it is still so */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsJson"];
                };
            };
            /** @description The input breaks a rule, or makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description It is not what you have read any more: read it again */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    restrictionsBlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a person, or `me` */
                id: number | "me";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input breaks a rule, or makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    restrictionsUnblock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a person, or `me` */
                id: number | "me";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    restrictionsMute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a person, or `me` */
                id: number | "me";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input breaks a rule, or makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    restrictionsUnmute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a person, or `me` */
                id: number | "me";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    keptAwayList: {
        parameters: {
            query?: {
                /** @description Only what is older than this id */
                before?: number;
                /** @description Only what is newer than this id, the nearest */
                after?: number;
                /** @description As many as on a page of this site when it is not given */
                per_page?: number;
            };
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptAwayPageJson"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    profilesList: {
        parameters: {
            query?: {
                /** @description Only what came after this id, instead of a page */
                after?: number;
                /** @description Beyond the last it is empty */
                page?: number;
                per_page?: number;
                /** @description The id with which the page before ended, as `_links.next` far down the list says it: so no page costs more than others */
                past?: number;
            };
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPageJson"] | components["schemas"]["UserSliceJson"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    registrationJoin: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key, within a day, a request takes effect once and is answered as the first time
                 * @example 7d1f6c2e
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAccountDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserJson"];
                };
            };
            /** @description The input breaks a rule, or makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Whoever is asking may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The key came with another request before */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description That was too often: `Retry-After` tells how many seconds to wait */
            429: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    namedTokensList: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenFactsJson"][];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    tokensIssue: {
        parameters: {
            query?: never;
            header?: {
                /** @description A code, for an account with a second step */
                "X-OTP"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenJson"];
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description That was too often: `Retry-After` tells how many seconds to wait */
            429: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    tokensRevoke: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    postsShow: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Id of a post */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostJson"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    postsEdit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have read: nothing is changed unless it is still so */
                "If-Match"?: string;
            };
            path: {
                /** @description Id of a post */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevisePostDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostJson"];
                };
            };
            /** @description The input breaks a rule, or makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Whoever is asking may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description It is not what you have read any more: read it again */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    postsRemove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have read: nothing is changed unless it is still so */
                "If-Match"?: string;
            };
            path: {
                /** @description Id of a post */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Whoever is asking may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description It is not what you have read any more: read it again */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    postsThread: {
        parameters: {
            query?: {
                /** @description Only what is older than this id */
                before?: number;
                /** @description Only what is newer than this id, the nearest */
                after?: number;
                /** @description As many as on a page of this site when it is not given */
                per_page?: number;
            };
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Id of a post */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThreadJson"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    postsHistory: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Id of a post */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostVersionJson"][];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    reactionsLike: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a post */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    reactionsUnlike: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a post */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    reactionsRepost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a post */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    reactionsUnrepost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a post */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    reactionsBookmark: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a post */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    reactionsUnbookmark: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a post */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    followFollow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a person, or `me` */
                id: number | "me";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input breaks a rule, or makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description This clashes with what is already there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    followUnfollow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a person, or `me` */
                id: number | "me";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input breaks a rule, or makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    messagesList: {
        parameters: {
            query?: {
                /** @description Only what is older than this id */
                before?: number;
                /** @description Only what is newer than this id, the nearest */
                after?: number;
                /** @description As many as on a page of this site when it is not given */
                per_page?: number;
                /** @description Only what was said with this person, both ways, instead of a box */
                with?: string;
                box?: "inbox" | "sent";
            };
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePageJson"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    messagesSend: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key, within a day, a request takes effect once and is answered as the first time
                 * @example 7d1f6c2e
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendMessageDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageJson"];
                };
            };
            /** @description The input breaks a rule, or makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The key came with another request before */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    messagesMarkRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    messagesShow: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Id of a message */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageJson"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    messagesRemove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a message */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    exportsBegin: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key, within a day, a request takes effect once and is answered as the first time
                 * @example 7d1f6c2e
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportJson"];
                };
            };
            /** @description The key is none */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description This clashes with what is already there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The key came with another request before */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description That was too often: `Retry-After` tells how many seconds to wait */
            429: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    exportsShow: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Id of an export */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportJson"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    exportsFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of an export */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description This clashes with what is already there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description It is not what you have read any more: read it again */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description It has no such part */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    profilesFollowers: {
        parameters: {
            query?: {
                /** @description Beyond the last it is empty */
                page?: number;
                per_page?: number;
                /** @description The id with which the page before ended, as `_links.next` far down the list says it: so no page costs more than others */
                past?: number;
            };
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Id of a person, or `me` */
                id: number | "me";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPageJson"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    profilesFollowing: {
        parameters: {
            query?: {
                /** @description Beyond the last it is empty */
                page?: number;
                per_page?: number;
                /** @description The id with which the page before ended, as `_links.next` far down the list says it: so no page costs more than others */
                past?: number;
            };
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Id of a person, or `me` */
                id: number | "me";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPageJson"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    profilesListPosts: {
        parameters: {
            query?: {
                /** @description Only what is older than this id */
                before?: number;
                /** @description Only what is newer than this id, the nearest */
                after?: number;
                /** @description As many as on a page of this site when it is not given */
                per_page?: number;
            };
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Id of a person, or `me` */
                id: number | "me";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostPageJson"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    accountDeletionRequest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordAgainDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input breaks a rule, or makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description That was too often: `Retry-After` tells how many seconds to wait */
            429: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    moderationReport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key, within a day, a request takes effect once and is answered as the first time
                 * @example 7d1f6c2e
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of a person, or `me` */
                id: number | "me";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendReportDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input breaks a rule, or makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The key came with another request before */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description That was too often: `Retry-After` tells how many seconds to wait */
            429: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    moderatorsReports: {
        parameters: {
            query?: {
                /** @description Only what is older than this id */
                before?: number;
                /** @description Only what is newer than this id, the nearest */
                after?: number;
                /** @description As many as on a page of this site when it is not given */
                per_page?: number;
            };
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportPageJson"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Whoever is asking may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    moderatorsDecisions: {
        parameters: {
            query?: {
                /** @description Only what is older than this id */
                before?: number;
                /** @description Only what is newer than this id, the nearest */
                after?: number;
                /** @description As many as on a page of this site when it is not given */
                per_page?: number;
            };
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionPageJson"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Whoever is asking may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    moderatorsDecide: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key, within a day, a request takes effect once and is answered as the first time
                 * @example 7d1f6c2e
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input breaks a rule, or makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The key came with another request before */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    searchSearch: {
        parameters: {
            query: {
                /** @description Only what is older than this id */
                before?: number;
                /** @description Only what is newer than this id, the nearest */
                after?: number;
                /** @description As many as on a page of this site when it is not given */
                per_page?: number;
                /** @description The best are ranked among the newest 200, and are one page */
                sort?: "newest" | "best";
                q: string;
            };
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchPageJson"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input breaks a rule, or makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    messageSearchSearch: {
        parameters: {
            query: {
                /** @description Only what is older than this id */
                before?: number;
                /** @description Only what is newer than this id, the nearest */
                after?: number;
                /** @description As many as on a page of this site when it is not given */
                per_page?: number;
                /** @description Narrowed by `from:`, `to:`, `before:` and `after:`; what else narrows a search of posts is refused */
                q: string;
            };
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePageJson"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input breaks a rule, or makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    translationShow: {
        parameters: {
            query?: {
                language?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Id of a post */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TranslationJson"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input breaks a rule, or makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description That was too often: `Retry-After` tells how many seconds to wait */
            429: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Something that this needs is away: try again later */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    notificationsList: {
        parameters: {
            query?: {
                /** @description Seconds since 1970 */
                since?: number;
            };
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveValueJson"][];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    notificationsNews: {
        parameters: {
            query?: {
                /** @description Only what is older than this id */
                before?: number;
                /** @description Only what is newer than this id, the nearest */
                after?: number;
                /** @description As many as on a page of this site when it is not given */
                per_page?: number;
            };
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPageJson"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    notificationsStream: {
        parameters: {
            query?: {
                /** @description Id of the newest post that you have of your home timeline, 0 for none: then events `posts` count the newer ones */
                timeline?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Never ends by itself */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Something that this needs is away: try again later */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    notificationsMarkRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    wantedNotificationsShow: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WantedNotificationsJson"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    wantedNotificationsChoose: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have read: nothing is changed unless it is still so */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedNotificationsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WantedNotificationsJson"];
                };
            };
            /** @description The input breaks a rule, or makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description It is not what you have read any more: read it again */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    apiDocsShow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    accountShow: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountJson"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    accountChangeEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeEmailDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input breaks a rule, or makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description That was too often: `Retry-After` tells how many seconds to wait */
            429: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    accountKeepEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    accountChangePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplacePasswordDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input breaks a rule, or makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description That was too often: `Retry-After` tells how many seconds to wait */
            429: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    browsersList: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionJson"][];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    browsersEnd: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    emailConfirmationSendAgain: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key, within a day, a request takes effect once and is answered as the first time
                 * @example 7d1f6c2e
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The key is none */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The key came with another request before */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description That was too often: `Retry-After` tells how many seconds to wait */
            429: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    namedTokensRevoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a token */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    passkeysList: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyJson"][];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    passkeysRemove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a passkey */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordAgainDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input breaks a rule, or makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description That was too often: `Retry-After` tells how many seconds to wait */
            429: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    passwordResetReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPasswordDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input breaks a rule, or makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    passwordResetRequest: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key, within a day, a request takes effect once and is answered as the first time
                 * @example 7d1f6c2e
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetRequestDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input breaks a rule, or makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The key came with another request before */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description That was too often: `Retry-After` tells how many seconds to wait */
            429: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    secondStepShow: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondStepJson"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    secondStepBegin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordAgainDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondStepSetupJson"];
                };
            };
            /** @description The input breaks a rule, or makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description This clashes with what is already there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description That was too often: `Retry-After` tells how many seconds to wait */
            429: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    secondStepConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmSecondStepDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesJson"];
                };
            };
            /** @description The input breaks a rule, or makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description This clashes with what is already there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description That was too often: `Retry-After` tells how many seconds to wait */
            429: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    secondStepRenewCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordAgainDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesJson"];
                };
            };
            /** @description The input breaks a rule, or makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description This clashes with what is already there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description That was too often: `Retry-After` tells how many seconds to wait */
            429: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    secondStepTurnOff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordAgainDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input breaks a rule, or makes no sense */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description That was too often: `Retry-After` tells how many seconds to wait */
            429: {
                headers: {
                    /**
                     * @description Each limit that counts this: `q` times within `w` seconds
                     * @example "reports";q=30;w=3600
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description What is left of each: `r` times, anew in `t` seconds
                     * @example "reports";r=29;t=3600
                     */
                    RateLimit?: string;
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    trustedDevicesList: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: 304 when it is still so */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Names this state of it */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrustedDeviceJson"][];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
    trustedDevicesForget: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who is asking is not known: the proof is missing, wrong or no longer good */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description The token may only read, or this is not yours to change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
            /** @description Anything else that may go wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemJson"];
                };
            };
        };
    };
}
