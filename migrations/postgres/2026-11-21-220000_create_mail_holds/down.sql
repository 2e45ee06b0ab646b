drop table mail_holds;
